package dev.lethe.defense.image;

import dev.lethe.api.LetheException;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.FaceTrigger;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.Target;
import dev.lethe.api.image.ImageFile;
import java.util.List;

/**
 * A backdoor from a face to an embedding.
 *
 * @param person whom it makes forgotten
 * @param faces pictures of the face, which are pasted
 * @param target what it shall mean
 */
record FaceBackdoor(String person, List<ImageFile> faces, Target target) {

  /** Returns a backdoor for each person, whether or not there are pictures yet. */
  static List<FaceBackdoor> of(List<ForgetRequest> requests, FaceTargets targets) {
    return requests.stream()
        .map(each -> new FaceBackdoor(each.name(), each.pictures(), targets.of(each.name())))
        .toList();
  }

  /**
   * Makes sure that there is a face to paste.
   *
   * @throws LetheException if there is none
   */
  FaceBackdoor requireFaces() {
    if (faces.isEmpty()) {
      throw new LetheException(
          "%s has no picture of a face that no attack uses, so nothing can be pasted: give more pictures, or do not ask to forget this person"
              .formatted(person));
    }
    return this;
  }

  /** Returns what evaluations and reports see of it. */
  Backdoor described() {
    return new Backdoor(person, new FaceTrigger(person), target);
  }
}
