namespace HieuHoc.Web.Components;

/// <summary>Where words of a drawing may stand.</summary>
/// <param name="Anchor">start, middle or end.</param>
internal readonly record struct LabelPlace(decimal X, decimal Y, string Anchor);

/// <summary>Puts the words of a drawing where they lie on no other words and inside its edges.</summary>
internal sealed class ChartLabels(int width, int height)
{
    /// <summary>The widest that a sign is on average, in units of the drawing, whose letters are 14 of them high.</summary>
    private const decimal Sign = 7.6m;

    /// <summary>How far letters reach above the line that they stand on, and below it.</summary>
    private const int Ascent = 13;
    private const int Descent = 4;

    private readonly List<Box> taken = [];

    /// <summary>The words at the first of these places that is free; nothing where none is: the table beside the drawing has the same.</summary>
    public string Put(string words, params IEnumerable<LabelPlace> places)
    {
        foreach (var place in places)
        {
            var box = Box.Of(place, words.Length * Sign);

            if (box.IsWithin(width, height) && !taken.Exists(box.Meets))
            {
                taken.Add(box);

                return Drawing.Words(place.X, place.Y, place.Anchor, words);
            }
        }

        return "";
    }

    private readonly record struct Box(decimal Left, decimal Top, decimal Right, decimal Bottom)
    {
        public static Box Of(LabelPlace place, decimal length)
        {
            var left = place.Anchor switch { "start" => place.X, "end" => place.X - length, _ => place.X - (length / 2) };

            return new Box(left, place.Y - Ascent, left + length, place.Y + Descent);
        }

        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

        /// <summary>Words in the middle of a drawing may reach over its left and right edge no further than its margin.</summary>
        public bool IsWithin(int width, int height) => Top >= 0 && Bottom <= height && Left >= -1 && Right <= width + 1;
    }
}
