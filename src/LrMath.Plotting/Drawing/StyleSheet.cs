namespace LrMath.Plotting.Drawing;

/// <summary>
/// The colours. A card of its own background keeps text and curves readable on any page, and changes sides with the reader's colour
/// scheme. Class names have a prefix, for a style inside an HTML page reaches all of it.
/// </summary>
/// <remarks>
/// Each curve has a contrast of 4.5:1 at least on either background, and any two differ by a CIEDE2000 distance of 10 at least to readers
/// with all three kinds of cones and to those who lack one of them (simulated after Viénot 1999 and Machado 2009). They were found by a
/// search for six such colours near blue, vermilion, green, purple, brown or yellow, and black or pale blue.
/// </remarks>
internal static class StyleSheet
{
    public const string Text = """

        .lrm-bg{fill:#ffffff}.lrm-ink{fill:#1f2328}.lrm-soft{fill:#59636e}.lrm-grid{stroke:#e3e7eb}.lrm-axis{stroke:#8b949e}.lrm-halo{stroke:#ffffff}.lrm-whisker{stroke:#1f2328}
        .lrm-s0{color:#076cc7}.lrm-s1{color:#c8500b}.lrm-s2{color:#077858}.lrm-s3{color:#a23d82}.lrm-s4{color:#683b00}.lrm-s5{color:#272932}
        @media screen and (prefers-color-scheme:dark){
        .lrm-bg{fill:#0d1117}.lrm-ink{fill:#e6edf3}.lrm-soft{fill:#9aa4af}.lrm-grid{stroke:#262c35}.lrm-axis{stroke:#6e7681}.lrm-halo{stroke:#0d1117}.lrm-whisker{stroke:#e6edf3}
        .lrm-s0{color:#3f99f3}.lrm-s1{color:#f37c3e}.lrm-s2{color:#2ac091}.lrm-s3{color:#d992bb}.lrm-s4{color:#f4d459}.lrm-s5{color:#b9e8ff}
        }

        """;
}
