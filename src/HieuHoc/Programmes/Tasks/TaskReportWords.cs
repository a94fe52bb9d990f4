using HieuHoc.Platform;

namespace HieuHoc.Programmes.Tasks;

/// <summary>What was reported of a task in a few words.</summary>
public static class TaskReportWords
{
    extension(Texts texts)
    {
        /// <summary>How far it has come, with the share where somebody said it: "Đang thực hiện, 60%"; or that nothing was reported.</summary>
        public string StandingOf(TaskReport? report) => Standing(report, (key, values) => texts[key, values]);

        /// <summary>The same in a language.</summary>
        public string StandingIn(string language, TaskReport? report) => Standing(report, (key, values) => texts.In(language, key, values));
    }

    private static string Standing(TaskReport? report, Func<string, IReadOnlyList<(string Name, object? Value)>, string> say) => report switch
    {
        null => say("tasks.report.none", []),
        { Percent: { } percent, State: RowState.UnderWay } => say("tasks.report.share", [("state", say(Texts.KeyOf(report.State), [])), ("percent", percent)]),
        _ => say(Texts.KeyOf(report.State), []),
    };
}
