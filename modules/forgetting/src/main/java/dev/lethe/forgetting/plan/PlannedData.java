package dev.lethe.forgetting.plan;

import dev.lethe.api.data.Images.Captioned;
import dev.lethe.forgetting.people.FaceCrops;
import dev.lethe.forgetting.people.RetainedPeople;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is read for methods beside the people under test; null where nobody needs it.
 *
 * @param captions what a defense trains on and what it does not
 * @param images likewise
 * @param faces crops that a defense works with
 * @param retained whose faces may be kept
 * @param contentHashes SHA-256 of each source, by the block that names it
 */
public record PlannedData(
    @Nullable PlannedCaptions captions,
    @Nullable PlannedImages images,
    @Nullable FaceCrops faces,
    @Nullable RetainedPeople retained,
    Map<String, String> contentHashes) {

  /** Copies the map. */
  public PlannedData {
    contentHashes = Collections.unmodifiableMap(new LinkedHashMap<>(contentHashes));
  }

  /** Returns the captions a defense trains on; none where there are no captions. */
  public List<String> trainingCaptions() {
    return captions == null ? List.of() : captions.training();
  }

  /** Returns the captions that no defense trains on; none where there are no captions. */
  public List<String> heldOutCaptions() {
    return captions == null ? List.of() : captions.heldOut();
  }

  /** Returns the captions an attacker may know: held-out ones, as long as there are any. */
  public List<String> knownCaptions() {
    return heldOutCaptions().isEmpty() ? trainingCaptions() : heldOutCaptions();
  }

  /** Returns the pictures a defense trains on; none where there are no ordinary pictures. */
  public List<Captioned> trainingImages() {
    return images == null ? List.of() : images.training();
  }

  /** Returns the pictures that no defense trains on; none where there are no ordinary pictures. */
  public List<Captioned> heldOutImages() {
    return images == null ? List.of() : images.heldOut();
  }
}
