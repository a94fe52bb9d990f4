namespace HieuHoc.Papers.Word;

/// <summary>The decree's page in twentieths of a point: A4, 20 mm above and below, 30 mm at the binding edge, 20 mm at the right.</summary>
internal static class PageSize
{
    public const int Short = 11906;

    public const int Long = 16838;

    public const int Top = 1134;

    public const int Bottom = 1134;

    public const int Left = 1701;

    public const int Right = 1134;

    /// <summary>Puts the page number in the middle of the top margin.</summary>
    public const int HeaderDistance = 482;

    public const int FooterDistance = 567;

    public const int FirstLine = 720;

    public static int TextWidth(bool landscape) => (landscape ? Long : Short) - Left - Right;
}
