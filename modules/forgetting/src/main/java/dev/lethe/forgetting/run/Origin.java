package dev.lethe.forgetting.run;

import dev.lethe.report.Provenance;
import java.util.List;

/**
 * Where the original model came from.
 *
 * @param source its checkpoint
 * @param warnings what is suspicious about it, a sentence each
 */
record Origin(Provenance.Source source, List<String> warnings) {}
