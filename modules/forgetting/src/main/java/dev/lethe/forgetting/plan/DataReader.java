package dev.lethe.forgetting.plan;

import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.Images;
import dev.lethe.api.data.People;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.method.Need;
import dev.lethe.engine.extension.ExperimentContext;
import dev.lethe.engine.extension.ExtensionFactory;
import dev.lethe.forgetting.config.ForgetSettings;
import dev.lethe.forgetting.config.ForgettingConfig;
import dev.lethe.forgetting.config.RetainSettings;
import dev.lethe.forgetting.people.FaceCrops;
import dev.lethe.forgetting.people.NameReader;
import dev.lethe.forgetting.people.RetainedPeople;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what methods need beside the people under test, and nothing else. */
final class DataReader {
  private final ForgettingConfig config;
  private final ExperimentContext context;
  private final ExtensionFactory extensions;
  private final MethodRequirements requirements;
  private final NameReader reader;
  private final Map<String, String> hashes = new LinkedHashMap<>();
  private final List<String> warnings;

  /**
   * Creates a reader.
   *
   * @param warnings gets what a person should know about the data
   */
  DataReader(
      ForgettingConfig config,
      ExperimentContext context,
      ExtensionFactory extensions,
      MethodRequirements requirements,
      NameReader reader,
      List<String> warnings) {
    this.config = config;
    this.context = context;
    this.extensions = extensions;
    this.requirements = requirements;
    this.reader = reader;
    this.warnings = warnings;
  }

  PlannedData read(AttackSubjects audience, List<ForgetRequest> requests) {
    PlannedCaptions captions = captions();
    PlannedImages images = images();
    FaceCrops faces = faces(audience);
    RetainedPeople retained = retained(audience, faces, requests);
    return new PlannedData(captions, images, faces, retained, hashes);
  }

  private @Nullable PlannedCaptions captions() {
    var block = config.captions();
    if (block == null || !requirements.include(Need.CAPTIONS)) {
      return null;
    }
    Captions read =
        extensions.create(CaptionSource.class, block, block.own().source()).extension().read();
    hashes.put("captions", read.contentHash());
    return PlannedCaptions.divide(
        read, block.own().heldOut(), context.seed("captions"), reader::plain);
  }

  private @Nullable PlannedImages images() {
    var block = config.images();
    if (block == null || !requirements.include(Need.IMAGES)) {
      return null;
    }
    Images read =
        extensions
            .create(ImageSource.class, block, block.own().source())
            .extension()
            .read(context.progress());
    hashes.put("images", read.contentHash());
    warnings.addAll(read.notes());
    return PlannedImages.divide(read, block.own().heldOut(), context.seed("images"));
  }

  private @Nullable FaceCrops faces(AttackSubjects audience) {
    var block = config.faces();
    if (block == null
        || !requirements.includeAny(EnumSet.of(Need.REQUEST_PICTURES, Need.RETAINED))) {
      return null;
    }
    People read =
        extensions
            .create(PeopleSource.class, block, block.own().source())
            .extension()
            .read(context.progress());
    hashes.put("faces", read.contentHash());
    FaceCrops crops =
        FaceCrops.choose(read, block.own(), audience.people(), audience.apart(), reader);
    warnings.addAll(crops.warnings());
    return crops;
  }

  private @Nullable RetainedPeople retained(
      AttackSubjects audience, @Nullable FaceCrops faces, List<ForgetRequest> requests) {
    var block = config.retain();
    if (block == null || !requirements.include(Need.RETAINED)) {
      return null;
    }
    RetainSettings settings = block.own();
    Integer count = settings.count();
    if (count != null) {
      Map<String, List<ImageFile>> pictures =
          faces != null
              ? faces.byName()
              : audience.apart().stream().collect(Collectors.toMap(Person::name, Person::images));
      ForgetSettings forget = config.settings().forget();
      boolean drawn = requests.isEmpty() && forget != null && forget.count() != null;
      return RetainedPeople.draw(
          count,
          audience.subjects(),
          pictures,
          requests.stream().map(ForgetRequest::name).toList(),
          drawn ? forget.count() : 0,
          context.seed("retain"));
    }
    String source = Objects.requireNonNull(settings.source());
    People read =
        extensions.create(PeopleSource.class, block, source).extension().read(context.progress());
    hashes.put("retain", read.contentHash());
    warnings.addAll(read.notes());
    return RetainedPeople.read(read, audience.subjects(), requests, reader);
  }
}
