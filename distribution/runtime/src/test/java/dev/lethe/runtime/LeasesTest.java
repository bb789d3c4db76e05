package dev.lethe.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

class LeasesTest {
  @TempDir Path storage;

  @Test
  void aBundleIsHeldUntilTheLastRunThatAcquiredItReleasesIt() {
    Framework bundle =
        new FrameworkFactory()
            .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
    Leases leases = new Leases();
    List<Integer> left = new ArrayList<>();
    leases.onRelease(() -> left.add(leases.count(bundle)));
    leases.acquire(bundle);
    leases.acquire(bundle);
    assertThat(leases.count(bundle)).isEqualTo(2);
    leases.release(bundle);
    leases.release(bundle);
    assertThat(left).containsExactly(1, 0);
    leases.release(bundle);
    assertThat(leases.count(bundle)).isZero();
  }
}
