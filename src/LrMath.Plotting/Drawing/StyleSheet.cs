namespace LrMath.Plotting.Drawing;

/// <summary>
/// The colours. A card of its own background keeps text and curves readable on any page, and changes sides with the reader's colour
/// scheme. Class names have a prefix, for a style inside an HTML page reaches all of it.
/// </summary>
/// <remarks>
/// Hues after Okabe and Ito (2008), which the colour-blind can tell apart, darkened on white and lightened on black to a contrast of 3:1
/// at least.
/// </remarks>
internal static class StyleSheet
{
    public const string Text = """

        .lrm-bg{fill:#ffffff}.lrm-ink{fill:#1f2328}.lrm-soft{fill:#59636e}.lrm-grid{stroke:#e3e7eb}.lrm-axis{stroke:#8b949e}.lrm-halo{stroke:#ffffff}.lrm-whisker{stroke:#1f2328}
        .lrm-s0{color:#0068a8}.lrm-s1{color:#cc4e00}.lrm-s2{color:#008560}.lrm-s3{color:#a8458f}.lrm-s4{color:#b37400}.lrm-s5{color:#3592cf}
        @media (prefers-color-scheme:dark){
        .lrm-bg{fill:#0d1117}.lrm-ink{fill:#e6edf3}.lrm-soft{fill:#9aa4af}.lrm-grid{stroke:#262c35}.lrm-axis{stroke:#6e7681}.lrm-halo{stroke:#0d1117}.lrm-whisker{stroke:#e6edf3}
        .lrm-s0{color:#4c9be8}.lrm-s1{color:#ff7f3f}.lrm-s2{color:#2fbf90}.lrm-s3{color:#dc8fc6}.lrm-s4{color:#e8b54d}.lrm-s5{color:#9ad5f7}
        }

        """;
}
