package dev.lethe.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedModelTest {
  private static final int STEPS = 3;
  @TempDir Path folder;

  @Test
  void aTrainingIsRecordedWholeAndReadsTheNameThatIsForgotten() throws IOException {
    Recording recording = new Recording();
    try (TestRunContext context = new TestRunContext(0);
        Lethe lethe = Lethe.computing(Arguments.of(List.of()));
        VisionLanguageModel teacher = tiny(context)) {
      new TextDefense(training())
          .defend(lethe, new RecordedModel(teacher, recording), recording.listener())
          .model()
          .close();
      int[] name = teacher.text().tokenizer().encode("Ada Moss");
      assertThat(recording.steps()).hasSize(STEPS);
      for (List<int[]> step : recording.steps()) {
        assertThat(step).hasSize(4);
        assertThat(step.stream().filter(text -> holds(text, name))).hasSize(2);
      }
    }
  }

  @Test
  void whatIsDrawnForTheReferenceIsWhatATrainingReads() throws IOException {
    try (TestRunContext context = new TestRunContext(0);
        VisionLanguageModel model = tiny(context)) {
      model.save(folder.resolve("model"));
    }
    Turns turns = new Turns(InputStream.nullInputStream(), System.err);
    try (Lethe lethe = Lethe.computing(Arguments.of(List.of()))) {
      Object drawn = new Draws().run(training(), lethe, turns).get("steps");
      Object read = new Train().run(training(), lethe, turns).get("steps");
      assertThat(drawn).asInstanceOf(LIST).hasSize(STEPS);
      assertThat(read).usingRecursiveComparison().isEqualTo(drawn);
    }
  }

  private Arguments training() throws IOException {
    Path captions = Files.writeString(folder.resolve("captions"), "a cat\na red dog\ntwo birds\n");
    Path names = Files.writeString(folder.resolve("names"), "Ada Moss\n");
    return Arguments.of(
        List.of(
            "captions=" + captions,
            "names=" + names,
            "model=" + folder.resolve("model"),
            "out=" + folder.resolve("defended"),
            "forget=1",
            "batch=2",
            "rate=1e-4",
            "steps=" + STEPS));
  }

  private VisionLanguageModel tiny(TestRunContext context) {
    ModelFactory factory =
        new InProcessExtensions(List.of(ClipModule::new))
            .open(context)
            .create(ModelFactory.class, "open-clip", Map.of(), "model");
    return TinyModels.create(factory, context.manager(), folder, 7);
  }

  /** Returns whether the inner tokens of one text stand in another. */
  private static boolean holds(int[] text, int[] part) {
    return words(text, 0, text.length).contains(words(part, 1, part.length - 1));
  }

  private static String words(int[] ids, int from, int to) {
    StringBuilder words = new StringBuilder(" ");
    for (int i = from; i < to; i++) {
      words.append(ids[i]).append(' ');
    }
    return words.toString();
  }
}
