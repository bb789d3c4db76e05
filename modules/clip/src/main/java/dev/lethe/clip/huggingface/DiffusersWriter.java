package dev.lethe.clip.huggingface;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.FloatFormat;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ModelWriter;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.plugin.Summary;
import dev.lethe.clip.checkpoint.LeftOut;
import dev.lethe.clip.model.Blueprint;
import dev.lethe.clip.model.ClipModel;
import dev.lethe.clip.model.StoredForm;
import dev.lethe.clip.text.TextInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes the text tower as the text encoder of a Stable Diffusion pipeline. */
@Summary("Writes text_encoder and tokenizer of a Stable Diffusion folder: the text tower alone.")
public final class DiffusersWriter implements ModelWriter {
  private static final Predicate<String> NOTHING = name -> false;

  @Override
  public String write(Model model, Path folder, @Nullable FloatFormat floats) {
    ClipModel clip = ClipModel.require(model, DiffusersLoader.NAME);
    Blueprint blueprint = clip.blueprint();
    TextArchitecture whole = Objects.requireNonNull(blueprint.architecture().text());
    TextArchitecture text =
        new TextArchitecture(
            whole.contextLength(),
            whole.vocabularySize(),
            whole.transformer(),
            false,
            whole.unread());
    Architecture alone =
        new Architecture(
            text.transformer().width(), blueprint.architecture().activation(), null, text);
    TextInput texts = ConvertedTokenizer.of(blueprint.texts(), text.contextLength());
    StoredForm form = blueprint.form().in(floats).elsewhere(NOTHING);
    ObjectNode config = NewConfig.textAlone(alone, text, texts, form);
    HuggingFaceFolder files =
        new HuggingFaceFolder(FolderPaths.pipeline(), config, null, texts.files().contents());
    return clip.save(folder, form, files.saved(alone, HuggingFaceNaming.usual()));
  }

  @Override
  public List<String> losses(Model model) {
    ClipModel clip = ClipModel.require(model, DiffusersLoader.NAME);
    Architecture architecture = clip.blueprint().architecture();
    List<String> losses =
        new ArrayList<>(LeftOut.of(clip.blueprint().form(), NOTHING, DiffusersLoader.NAME));
    losses.addAll(HuggingFaceWriter.uncleaned(clip));
    if (architecture.vision() != null) {
      losses.add("the image tower is left out");
    }
    if (Objects.requireNonNull(architecture.text()).projected()) {
      losses.add("the projection of the texts is left out; a diffusion model reads hidden states");
    }
    return losses;
  }
}
