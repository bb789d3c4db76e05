package dev.lethe.clip.huggingface;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.UsageException;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.FloatFormat;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ModelWriter;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.VisionTransformer;
import dev.lethe.api.plugin.Summary;
import dev.lethe.clip.checkpoint.LeftOut;
import dev.lethe.clip.checkpoint.Naming;
import dev.lethe.clip.model.Blueprint;
import dev.lethe.clip.model.ClipModel;
import dev.lethe.clip.model.StoredForm;
import dev.lethe.clip.text.Cleaning;
import dev.lethe.clip.text.TextInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes folders of the transformers library. */
@Summary("Writes a folder as the transformers library reads it: a CLIP with both towers.")
public final class HuggingFaceWriter implements ModelWriter {
  private static final Naming NAMING = HuggingFaceNaming.usual();

  @Override
  public String write(Model model, Path folder, @Nullable FloatFormat floats) {
    ClipModel clip = ClipModel.require(model, HuggingFaceLoader.NAME);
    Blueprint blueprint = clip.blueprint();
    Architecture architecture = blueprint.architecture();
    TextArchitecture text = architecture.text();
    if (text == null
        || !text.projected()
        || !(architecture.vision() instanceof VisionTransformer vision)) {
      throw new UsageException(
          "a CLIP of the transformers library has a text tower and a vision transformer; the"
              + " model in %s has no such image tower".formatted(blueprint.provenance().path()));
    }
    TextInput texts = ConvertedTokenizer.of(blueprint.texts(), text.contextLength());
    StoredForm form = blueprint.form().in(floats).elsewhere(NAMING::carries);
    ObjectNode config = NewConfig.whole(architecture, vision, text, texts, form);
    HuggingFaceFolder files =
        new HuggingFaceFolder(
            FolderPaths.together(), config, blueprint.preprocessing(), texts.files().contents());
    return clip.save(folder, form, files.saved(architecture, NAMING));
  }

  @Override
  public List<String> losses(Model model) {
    ClipModel clip = ClipModel.require(model, HuggingFaceLoader.NAME);
    List<String> losses =
        new ArrayList<>(
            LeftOut.of(clip.blueprint().form(), NAMING::carries, HuggingFaceLoader.NAME));
    losses.addAll(uncleaned(clip));
    return losses;
  }

  static List<String> uncleaned(ClipModel clip) {
    return clip.blueprint().texts().cleaning() == Cleaning.NONE
        ? List.of()
        : List.of("transformers does not clean texts (ftfy, HTML) before the tokenizer");
  }
}
