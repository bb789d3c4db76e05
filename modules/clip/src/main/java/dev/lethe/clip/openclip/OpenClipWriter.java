package dev.lethe.clip.openclip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.UsageException;
import dev.lethe.api.model.Architecture;
import dev.lethe.api.model.FloatFormat;
import dev.lethe.api.model.Model;
import dev.lethe.api.model.ModelWriter;
import dev.lethe.api.model.Preprocessing;
import dev.lethe.api.model.TextArchitecture;
import dev.lethe.api.model.VisionArchitecture;
import dev.lethe.api.plugin.Summary;
import dev.lethe.clip.checkpoint.LeftOut;
import dev.lethe.clip.checkpoint.Naming;
import dev.lethe.clip.model.Blueprint;
import dev.lethe.clip.model.ClipModel;
import dev.lethe.clip.model.StoredForm;
import dev.lethe.clip.text.Cleaning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Writes OpenCLIP folders. */
@Summary("Writes a folder as OpenCLIP reads it: configuration, weights, tokenizer.")
public final class OpenClipWriter implements ModelWriter {
  private static final Naming NAMING = new OpenClipNaming();

  @Override
  public String write(Model model, Path folder, @Nullable FloatFormat floats) {
    ClipModel clip = ClipModel.require(model, OpenClipLoader.NAME);
    Blueprint blueprint = clip.blueprint();
    Architecture architecture = blueprint.architecture();
    VisionArchitecture vision = architecture.vision();
    TextArchitecture text = architecture.text();
    Preprocessing preprocessing = blueprint.preprocessing();
    if (vision == null || text == null || preprocessing == null || !text.projected()) {
      throw new UsageException(
          "an OpenCLIP folder holds a model with both towers; the model in %s has only one"
              .formatted(blueprint.provenance().path()));
    }
    ObjectNode config = NewConfig.of(architecture, vision, text, preprocessing, blueprint.texts());
    StoredForm form = blueprint.form().in(floats).elsewhere(NAMING::carries);
    OpenClipConfig.makeRoomFor(form, config);
    SortedMap<String, byte[]> tokenizer =
        blueprint.texts().files().described(text.contextLength()).contents();
    return clip.save(folder, form, OpenClipFolder.of(config, tokenizer, architecture));
  }

  @Override
  public List<String> losses(Model model) {
    ClipModel clip = ClipModel.require(model, OpenClipLoader.NAME);
    List<String> losses =
        new ArrayList<>(LeftOut.of(clip.blueprint().form(), NAMING::carries, OpenClipLoader.NAME));
    if (clip.blueprint().texts().cleaning() == Cleaning.NONE) {
      losses.add("OpenCLIP cleans texts (ftfy, HTML) before the tokenizer; transformers does not");
    }
    return losses;
  }
}
