package @package@;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.ModelLoader;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.ClipModule;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.model.ModelLoaderContractTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class @Class@ContractTest extends ModelLoaderContractTest {
  @TempDir Path elsewhere;

  @Override
  protected ModelLoader loader() {
    return new InProcessExtensions(List.of(ClipModule::new, @Class@Module::new))
        .open(new TestRunContext(0))
        .create(ModelLoader.class, "@name@", Map.of(), "model");
  }

  @Override
  protected void write(NDManager manager, Path checkpoint) {
    Path place = elsewhere.resolve("model");
    try (VisionLanguageModel model = TinyModels.create(ClipModule::new, manager, elsewhere)) {
      model.save(place);
      Files.createDirectory(checkpoint);
      Files.writeString(checkpoint.resolve(@Class@.FILE), place.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
