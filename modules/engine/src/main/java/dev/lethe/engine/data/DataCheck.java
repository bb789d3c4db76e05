package dev.lethe.engine.data;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.Images;
import dev.lethe.api.data.LabeledImageSource;
import dev.lethe.api.data.LabeledImages;
import dev.lethe.api.data.People;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.engine.DataState;
import dev.lethe.engine.DataState.State;
import dev.lethe.engine.config.Block;
import dev.lethe.engine.extension.ExtensionFactory;
import dev.lethe.engine.extension.SettingKeys;
import dev.lethe.engine.recipe.DataBlock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what the blocks of a configuration name, and tells what is there of it. */
public final class DataCheck {
  /** Sources of pictures know this setting; with it they decode all and count what they skip. */
  private static final String UNREADABLE = "unreadable";

  private static final String SKIP = "skip";

  private final ExtensionFactory extensions;
  private final Progress progress;

  /** Creates a check. */
  public DataCheck(ExtensionFactory extensions, Progress progress) {
    this.extensions = extensions;
    this.progress = progress;
  }

  /** Looks at one block; whatever is wrong with its data is part of the result. */
  public DataState check(DataBlock named) {
    Block block = named.block();
    ExtensionInfo info = extensions.info(named.contract(), block.name());
    List<String> missing = SettingKeys.missing(info, block);
    if (!missing.isEmpty()) {
      return state(block, State.MISSING, String.join(", ", missing) + " is not given");
    }
    try {
      Found found = found(extensions.create(named.contract(), counting(info, block)).extension());
      return found.damaged() > 0 && !SKIP.equals(block.settings().get(UNREADABLE))
          ? found.as(
              block, State.WRONG, "; a run refuses those that are damaged, unless unreadable: skip")
          : found.as(block, State.THERE, "");
    } catch (NotFoundException e) {
      return state(block, State.MISSING, String.valueOf(e.getMessage()));
    } catch (CancelledException e) {
      throw e;
    } catch (LetheException e) {
      return state(block, State.WRONG, String.valueOf(e.getMessage()));
    }
  }

  private static Block counting(ExtensionInfo info, Block block) {
    Map<String, Object> settings = new LinkedHashMap<>(block.settings());
    if (SettingKeys.of(info).stream().anyMatch(setting -> setting.key().equals(UNREADABLE))) {
      settings.put(UNREADABLE, SKIP);
    }
    return new Block(block.name(), settings, block.place());
  }

  private Found found(Object extension) {
    if (extension instanceof PeopleSource source) {
      People people = source.read(progress);
      long pictures = people.people().stream().mapToLong(each -> each.images().size()).sum();
      String text = "%d people, %d pictures".formatted(people.people().size(), pictures);
      return new Found(text, people.skipped(), people.notes());
    } else if (extension instanceof CaptionSource source) {
      return new Found(source.read().lines().size() + " captions", 0, List.of());
    } else if (extension instanceof ImageSource source) {
      Images images = source.read(progress);
      long captions = images.images().stream().mapToLong(each -> each.captions().size()).sum();
      String text = "%d pictures, %d captions".formatted(images.images().size(), captions);
      return new Found(text, images.skipped(), images.notes());
    } else if (extension instanceof LabeledImageSource source) {
      LabeledImages images = source.read();
      String text =
          "%d classes, %d pictures".formatted(images.classes().size(), images.images().size());
      return new Found(text, images.skipped(), images.notes());
    } else if (extension instanceof Evaluation evaluation) {
      boolean reads = !evaluation.contentHash().isEmpty();
      return new Found(reads ? "all it reads" : "nothing to read", 0, evaluation.notes());
    }
    return new Found("all it reads", 0, List.of());
  }

  private static DataState state(Block block, State state, String text) {
    return new DataState(block.place(), block.name(), state, text, 0, List.of());
  }

  private record Found(String text, int damaged, List<String> notes) {

    DataState as(Block block, State state, String further) {
      String counted = damaged == 0 ? text : "%s, %d damaged".formatted(text, damaged);
      return new DataState(block.place(), block.name(), state, counted + further, damaged, notes);
    }
  }
}
