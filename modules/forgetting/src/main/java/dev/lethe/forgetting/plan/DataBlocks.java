package dev.lethe.forgetting.plan;

import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.engine.config.Block;
import dev.lethe.engine.config.MixedBlock;
import dev.lethe.engine.extension.ExtensionFactory;
import dev.lethe.engine.extension.SettingKeys;
import dev.lethe.engine.recipe.DataBlock;
import dev.lethe.forgetting.config.ForgettingConfig;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks of a configuration that name data. */
public final class DataBlocks {
  private final List<DataBlock> blocks = new ArrayList<>();

  private DataBlocks() {}

  /** Lists them in the order in which a run reads them; what is off is left out. */
  public static List<DataBlock> of(ForgettingConfig config, ExtensionFactory extensions) {
    DataBlocks data = new DataBlocks();
    if (!config.attacks().isEmpty() || !config.people().rest().isEmpty()) {
      data.add(PeopleSource.class, config.people(), config.people().own().source());
    }
    var captions = config.captions();
    data.add(CaptionSource.class, captions, captions == null ? null : captions.own().source());
    var images = config.images();
    data.add(ImageSource.class, images, images == null ? null : images.own().source());
    var faces = config.faces();
    data.add(PeopleSource.class, faces, faces == null ? null : faces.own().source());
    var retain = config.retain();
    data.add(PeopleSource.class, retain, retain == null ? null : retain.own().source());
    if (!config.attacks().isEmpty() && config.candidates().own().file() == null) {
      data.add(NameSource.class, config.candidates(), config.candidates().own().source());
    }
    for (Block evaluation : config.evaluations()) {
      if (SettingKeys.offBy(extensions.info(Evaluation.class, evaluation.name()), evaluation)
          .isEmpty()) {
        data.blocks.add(new DataBlock(Evaluation.class, evaluation));
      }
    }
    return data.blocks;
  }

  private void add(Class<?> contract, @Nullable MixedBlock<?> block, @Nullable String source) {
    if (block != null && source != null) {
      blocks.add(new DataBlock(contract, block.as(source)));
    }
  }
}
