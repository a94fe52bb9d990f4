using System.Globalization;
using HieuHoc.Rules.Tree;

namespace HieuHoc.Rules.Reading;

/// <summary>Reads a text into a tree by recursive descent: one method per rank of binding, loosest first.</summary>
internal sealed class Parser
{
    private const int LongestText = 4_000;

    private const int DeepestNesting = 100;

    // What System.Decimal holds without rounding, wherever the point stands.
    private const int MostDigits = 28;

    private static readonly string[] Connectives = ["and", "or", "not"];

    private readonly Cursor cursor;

    private int depth;

    private Parser(Cursor cursor) => this.cursor = cursor;

    public static Phrase Read(string text)
    {
        RefuseTooLong(text.Length, text.Length);

        var phrase = new Parser(new Cursor(Lexer.Read(text))).ReadAll();

        // The canonical text has spaces that the author may have saved; it too must be readable again.
        RefuseTooLong(phrase.Expression.Text.Length, text.Length);

        return phrase;
    }

    private static void RefuseTooLong(int length, int written)
    {
        if (length > LongestText)
        {
            throw Refuse.TooLong(written, LongestText);
        }
    }

    private Phrase ReadAll()
    {
        if (cursor.AtEnd)
        {
            throw Refuse.Empty(cursor.Current);
        }

        var phrase = ReadOr();

        return cursor.AtEnd ? phrase : throw cursor.Unexpected();
    }

    private Phrase ReadOr() => ReadJoined("or", ReadAnd, operands => Or.Of(operands));

    private Phrase ReadAnd() => ReadJoined("and", ReadNot, operands => And.Of(operands));

    private Phrase ReadJoined(string word, Func<Phrase> read, Func<IEnumerable<Condition>, Condition> join)
    {
        var first = read();

        if (!cursor.Current.Is(word))
        {
            return first;
        }

        var operands = new List<Condition> { first.AsCondition() };

        while (cursor.TryTake(word))
        {
            operands.Add(read().AsCondition());
        }

        return Since(first.Start, join(operands));
    }

    private Phrase ReadNot()
    {
        var start = cursor.Current.Position;

        return cursor.TryTake("not")
            ? Since(start, new Not(Nested(ReadNot).AsCondition()))
            : ReadComparison();
    }

    private Phrase ReadComparison()
    {
        var phrase = ReadSum();

        while (Relations.BySymbol.TryGetValue(cursor.Current.Text, out var relation))
        {
            var left = phrase.AsNumber();
            cursor.Take();
            phrase = Since(phrase.Start, new Comparison(left, relation, ReadSum().AsNumber()));
        }

        return phrase;
    }

    private Phrase ReadSum() => ReadChain(Binding.Sum, ReadProduct);

    private Phrase ReadProduct() => ReadChain(Binding.Product, ReadSigned);

    private Phrase ReadChain(Binding binding, Func<Phrase> read)
    {
        var first = read();

        if (!AtOperator(binding))
        {
            return first;
        }

        var (number, steps) = (first.AsNumber(), new List<Step>());

        while (AtOperator(binding))
        {
            var operation = Operators.BySymbol[cursor.Take().Text];
            steps.Add(new Step(operation, read().AsNumber()));
        }

        return Since(first.Start, Chain.Of(number, steps));
    }

    private bool AtOperator(Binding binding) =>
        Operators.BySymbol.TryGetValue(cursor.Current.Text, out var operation) && operation.Binding == binding;

    private Phrase ReadSigned()
    {
        var start = cursor.Current.Position;

        return cursor.TryTake("-")
            ? Since(start, new Negative(Nested(ReadSigned).AsNumber()))
            : ReadAtom();
    }

    private Phrase ReadAtom() => cursor.Current.Kind switch
    {
        TokenKind.Number => ReadConstant(),
        TokenKind.Name => ReadWord(),
        _ when cursor.Current.Is("(") => ReadParentheses(),
        _ => throw cursor.Unexpected(),
    };

    private Phrase ReadParentheses()
    {
        var start = cursor.Take().Position;
        var inner = Nested(ReadOr);
        cursor.Expect(")");

        return Since(start, inner.Expression);
    }

    private Phrase ReadConstant()
    {
        var token = cursor.Take();

        if (token.Text.Count(char.IsAsciiDigit) > MostDigits)
        {
            throw Refuse.NumberTooLong(token, MostDigits);
        }

        var value = decimal.Parse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

        return Since(token.Position, new Constant(value, IsPercent: cursor.TryTake("%")));
    }

    private Phrase ReadWord()
    {
        if (Connectives.Contains(cursor.Current.Text))
        {
            throw cursor.Unexpected();
        }

        var word = cursor.Take();

        if (Signature.ByName.TryGetValue(word.Text, out var signature))
        {
            return ReadCall(word, signature);
        }

        if (cursor.Current.Is("("))
        {
            throw Refuse.UnknownFunction(word);
        }

        return Since(word.Position, word.Text is "yes" or "no"
            ? new Answer(word.Is("yes"))
            : new Fact(word.Text));
    }

    private Phrase ReadCall(Token name, Signature signature)
    {
        cursor.Expect("(");

        var arguments = new List<Phrase> { Nested(ReadOr) };

        while (cursor.TryTake(","))
        {
            arguments.Add(Nested(ReadOr));
        }

        cursor.Expect(")");

        if (signature.Count is { } count && count != arguments.Count)
        {
            throw Refuse.Arguments(name, count, arguments.Count);
        }

        return Since(name.Position, signature.Make(arguments));
    }

    // Counted while descending: what is refused must be refused before it can exhaust the stack.
    private Phrase Nested(Func<Phrase> read)
    {
        if (++depth > DeepestNesting)
        {
            throw Refuse.TooDeep(cursor.Current, DeepestNesting);
        }

        var phrase = read();
        depth--;

        return phrase;
    }

    /// <summary>What was read from there up to the last word taken.</summary>
    private Phrase Since(int start, Expression expression) => new(expression, start, cursor.End);
}
