using HieuHoc.Platform;
using HieuHoc.Returns.Narrative;

namespace HieuHoc.Web.Components;

/// <summary>What difficulties are about, in words.</summary>
public static class DifficultyWords
{
    extension(Texts texts)
    {
        /// <summary>"Nhiệm vụ: …", "Chỉ tiêu: …", or that it is about the programme as a whole.</summary>
        public string AboutOf(Difficulty item) => item.About is null or DifficultySubject.General
            ? texts["difficulties.about.general"]
            : texts["difficulties.about.of", ("about", item.About), ("words", item.AboutWords)];
    }
}
