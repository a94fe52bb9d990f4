namespace HieuHoc.Rules.Tree;

/// <summary>How tightly a part holds together, loosest first; what binds looser than its neighbour stands in parentheses.</summary>
internal enum Binding
{
    Or,
    And,
    Not,
    Comparison,
    Sum,
    Product,
    Sign,
    Atom,
}
