#if !NET9_0_OR_GREATER
using System.Numerics;

namespace LrMath.Net8;

/// <summary>What later frameworks have on numbers and lists, with the same results.</summary>
internal static class Numbers9
{
    extension(double)
    {
        /// <summary>The whole part of a number that the type can hold.</summary>
        public static T ConvertToIntegerNative<T>(double value)
            where T : IBinaryInteger<T> => T.CreateTruncating(value);

        /// <summary>The smaller number; <paramref name="y"/> if they are equal or one is no number.</summary>
        public static double MinNative(double x, double y) => x < y ? x : y;

        /// <summary>The larger number; <paramref name="y"/> if they are equal or one is no number.</summary>
        public static double MaxNative(double x, double y) => x > y ? x : y;
    }

    extension<T>(IEnumerable<T> items)
    {
        /// <summary>The items with their places.</summary>
        public IEnumerable<(int Index, T Item)> Index() => items.Select((item, index) => (index, item));
    }
}
#endif
