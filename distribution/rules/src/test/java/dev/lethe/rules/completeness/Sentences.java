package dev.lethe.rules.completeness;

import dev.lethe.api.plugin.Summary;
import dev.lethe.api.settings.Setting;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether what lists, descriptions and error messages show was written, and as a sentence. */
final class Sentences {
  private Sentences() {}

  /** Returns what is wrong with the meanings of a settings record. */
  static List<String> faults(Class<? extends Record> settings) {
    List<String> faults = new ArrayList<>();
    for (RecordComponent component : settings.getRecordComponents()) {
      @Nullable Setting setting = component.getAnnotation(Setting.class);
      String place = settings.getSimpleName() + "." + component.getName();
      if (setting == null) {
        faults.add(place + " has no @Setting");
      } else if (!isSentence(setting.value())) {
        faults.add(place + " is not explained by a sentence: '" + setting.value() + "'");
      }
    }
    return faults;
  }

  /** Returns what is wrong with the summary of an implementation. */
  static List<String> summaryFaults(Class<?> implementation) {
    @Nullable Summary summary = implementation.getAnnotation(Summary.class);
    if (summary == null) {
      return List.of(implementation.getSimpleName() + " has no @Summary");
    }
    return isSentence(summary.value())
        ? List.of()
        : List.of(
            implementation.getSimpleName()
                + " has no sentence as summary: '"
                + summary.value()
                + "'");
  }

  private static boolean isSentence(String text) {
    return text.matches("[\\p{Lu}\\d`].*\\S\\.");
  }
}
