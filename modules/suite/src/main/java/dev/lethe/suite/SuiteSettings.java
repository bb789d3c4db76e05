package dev.lethe.suite;

import dev.lethe.api.settings.Setting;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of a suite's file, beside its name. */
public record SuiteSettings(
    @Setting(
            "The experiment: the path of a configuration, beginning at this file's folder, or a demo.")
        String base,
    @Setting(
            value = "What every trial sets in the experiment: values by their dotted keys.",
            defaultValue = "")
        Map<String, Object> set,
    @Setting(
            value =
                "What is varied. By a dotted key, a list of values or a range, {from: 1, to: 64, times: 2}"
                    + " or {from: 0, to: 1, step: .25}; by a name of your own, a block of variants, each a"
                    + " block of values by their dotted keys. A variant may choose another base.",
            defaultValue = "")
        Map<String, Object> vary,
    @Setting(
            value =
                "Keys that are varied together: blocks of lists of one length by their dotted keys.",
            defaultValue = "")
        List<Map<String, Object>> zip,
    @Setting(value = "The seeds that every combination is run with.", defaultValue = "")
        List<Long> seeds,
    @Setting(
            value =
                "Which combinations are left out: values, one or a list of each, by what is varied; all of a"
                    + " block must fit.",
            defaultValue = "")
        List<Map<String, Object>> exclude,
    @Setting(value = "What starts the trials: its type, and its settings.", defaultValue = "")
        Map<String, Object> launcher,
    @Setting(
            value = "What is told of trials that have finished: its type, and its settings.",
            defaultValue = "")
        Map<String, Object> tracker,
    @Setting("What the others are compared with: a value for each key of the groups that differ.")
        @Nullable Map<String, Object> baseline,
    @Setting(value = "What its page draws.", defaultValue = "") List<FigureSettings> figures) {}
