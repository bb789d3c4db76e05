package dev.lethe.testkit.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.attack.Evidence;
import dev.lethe.api.attack.Pictures;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.method.Need;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.WithoutTower;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link PrivacyAttack} with pictures of people must do besides. */
public abstract class PicturePrivacyAttackContractTest extends PrivacyAttackContractTest {

  /** For subclasses. */
  protected PicturePrivacyAttackContractTest() {}

  @Override
  protected abstract VisionLanguageModel model(NDManager manager);

  @Override
  protected final Evidence evidence(int subject) {
    Shape shape = Shape.values()[subject];
    List<ImageFile> images =
        List.of(new TinyPicture(shape, 0xaa3311), new TinyPicture(shape, 0x1133aa));
    return new Pictures(images);
  }

  @Test
  void itSaysThatItNeedsPictures() {
    assertThat(attack(run).requires().needs()).contains(Need.PICTURES);
  }

  @Test
  void aModelWithoutAComponentThatIsNeededIsRefused() {
    VisionLanguageModel whole = model.as(VisionLanguageModel.class);
    for (Component component : attack(run).requires().components()) {
      WithoutTower half = new WithoutTower(whole, component);
      assertThatThrownBy(() -> attack(run).attack(half, task(subjects())))
          .isInstanceOf(LetheException.class);
    }
  }
}
