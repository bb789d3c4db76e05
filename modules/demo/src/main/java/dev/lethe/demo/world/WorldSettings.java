package dev.lethe.demo.world;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;

/** How large the demo world is. */
public record WorldSettings(
    @Setting(value = "People whose names occur in training captions.", defaultValue = "64")
        int members,
    @Setting(value = "People that the model never sees.", defaultValue = "32") int nonMembers,
    @Setting(value = "People whose pictures are learnt, but not their names.", defaultValue = "150")
        int strangers,
    @Setting(
            value = "People whose names occur in training captions, but who are not under test.",
            defaultValue = "500")
        int acquaintances,
    @Setting(value = "Training pictures of each member.", defaultValue = "40") int memberPictures,
    @Setting(value = "Training pictures of each stranger.", defaultValue = "4")
        int strangerPictures,
    @Setting(value = "Training pictures of each acquaintance.", defaultValue = "2")
        int acquaintancePictures,
    @Setting(value = "Training pictures of each class of shapes.", defaultValue = "80")
        int shapePictures,
    @Setting(value = "Captions of each training picture.", defaultValue = "3") int pictureCaptions,
    @Setting(
            value = "Pictures of each person under test, none of them a training picture.",
            defaultValue = "20")
        int testPictures,
    @Setting(value = "Pictures of each class that zero-shot is tested on.", defaultValue = "10")
        int zeroShotPictures,
    @Setting(value = "Captions without names.", defaultValue = "2000") int captions,
    @Setting(
            value = "Pictures of nobody under test: half of faces, half of shapes.",
            defaultValue = "4000")
        int ordinaryPictures,
    @Setting(
            value = "Acquaintances whose faces a defense may keep, at most as many as there are.",
            defaultValue = "200")
        int retained,
    @Setting(value = "Pictures of each of these.", defaultValue = "10") int retainedPictures,
    @Setting(value = "Names that an attack chooses from.", defaultValue = "1000") int candidates,
    @Setting(value = "Pixels a side.", defaultValue = "32") int pictureSize) {

  /** Checks the sizes. */
  public WorldSettings {
    Check.between("members", members, 1, 500);
    Check.between("non-members", nonMembers, 0, 500);
    Check.between("strangers", strangers, 0, 5_000);
    Check.between("acquaintances", acquaintances, 0, 5_000);
    Check.between("member-pictures", memberPictures, 1, 1_000);
    Check.between("stranger-pictures", strangerPictures, 1, 1_000);
    Check.between("acquaintance-pictures", acquaintancePictures, 1, 1_000);
    Check.between("shape-pictures", shapePictures, 1, 1_000);
    Check.between("picture-captions", pictureCaptions, 1, 100);
    Check.between("test-pictures", testPictures, 1, 1_000);
    Check.between("zero-shot-pictures", zeroShotPictures, 1, 1_000);
    Check.between("captions", captions, 1, 3_000);
    Check.between("ordinary-pictures", ordinaryPictures, 1, 100_000);
    Check.between("retained", retained, 0, 5_000);
    Check.between("retained-pictures", retainedPictures, 1, 1_000);
    Check.between("candidates", candidates, members + nonMembers, 5_000);
    Check.between("picture-size", pictureSize, 16, 256);
  }
}
