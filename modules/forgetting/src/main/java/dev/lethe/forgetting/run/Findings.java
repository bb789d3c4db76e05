package dev.lethe.forgetting.run;

import dev.lethe.api.metric.MetricValue;
import dev.lethe.forgetting.finding.EmbeddingMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the stages of a run gave.
 *
 * @param chosen whom it made forgotten
 * @param attacksBefore by the attack's name
 * @param attacksAfter by the attack's name; empty for an audit
 * @param measuredBefore by evaluations, on the original
 * @param measuredAfter by evaluations, on the defended model; empty for an audit
 * @param defenses one for each strategy
 * @param map of names, or null where there is none to draw
 * @param faces a map of faces, or null where no defense changes them
 */
record Findings(
    ForgetSelection chosen,
    Map<String, Attacked> attacksBefore,
    Map<String, Attacked> attacksAfter,
    List<MetricValue> measuredBefore,
    List<MetricValue> measuredAfter,
    List<DefenseOutcome> defenses,
    @Nullable EmbeddingMap map,
    @Nullable EmbeddingMap faces) {}
