package dev.lethe.rules.exports;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.OSGiHeader;
import aQute.bnd.header.Parameters;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;

/**
 * The two walls around a bundle: {@code module-info} at compile time, the manifest at run time.
 * What one lets through freely the other does as well; what JPMS exports to some modules only, OSGi
 * exports to those that ask for {@code lethe=internal}.
 */
final class BundleBoundaries {
  private BundleBoundaries() {}

  /** Returns whether a manifest makes a bundle. */
  static boolean isBundle(Manifest manifest) {
    return header(manifest, Constants.BUNDLE_SYMBOLICNAME).isPresent();
  }

  /** Returns how the walls differ, a line for each package. */
  static List<String> differences(ModuleDescriptor module, Manifest manifest) {
    Map<String, Exports> exports =
        module.exports().stream().collect(Collectors.toMap(Exports::source, Function.identity()));
    Parameters bundle =
        OSGiHeader.parseHeader(header(manifest, Constants.EXPORT_PACKAGE).orElse(""));
    TreeSet<String> packages = new TreeSet<>(exports.keySet());
    packages.addAll(bundle.keySet());
    List<String> differences = new ArrayList<>();
    for (String each : packages) {
      String inModule = access(exports.get(each));
      String inBundle = access(bundle.get(each));
      if (!inModule.equals(inBundle)) {
        differences.add(
            "%s: %s in module-info, %s in the manifest".formatted(each, inModule, inBundle));
      }
    }
    return differences;
  }

  private static String access(@Nullable Exports exports) {
    if (exports == null) {
      return "closed";
    }
    return exports.isQualified() ? "internal" : "open";
  }

  private static String access(@Nullable Attrs attributes) {
    if (attributes == null) {
      return "closed";
    }
    @Nullable String marked = attributes.get("lethe");
    @Nullable String mandatory = attributes.get(Constants.MANDATORY_DIRECTIVE + ":");
    if (marked == null && mandatory == null) {
      return "open";
    }
    return "internal".equals(marked) && "lethe".equals(mandatory)
        ? "internal"
        : "lethe=" + marked + " with mandatory:=" + mandatory;
  }

  private static Optional<String> header(Manifest manifest, String name) {
    return Optional.ofNullable(manifest.getMainAttributes().getValue(name));
  }
}
