package dev.lethe.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Compares the versions of the packages that a plugin was built against with those that are here.
 * The framework would refuse the same plugins, in a language that only OSGi's experts read.
 */
final class ContractVersions {
  private static final Set<String> NOT_NEEDED_NOW =
      Set.of(Constants.RESOLUTION_OPTIONAL, PackageNamespace.RESOLUTION_DYNAMIC);
  private static final Pattern PACKAGE =
      Pattern.compile("\\(" + Pattern.quote(PackageNamespace.PACKAGE_NAMESPACE) + "=([^)]+)\\)");
  private static final Pattern BOUND = Pattern.compile("(!)?\\(version(>=|<=)([^)]+)\\)");

  private ContractVersions() {}

  /**
   * Makes sure that every package a plugin imports is offered in a version it was built for.
   *
   * @throws PluginException naming both versions of the first package that is not
   */
  static void require(Bundle plugin, BundleContext context) throws PluginException {
    List<BundleCapability> offered = offered(context);
    for (BundleRequirement wanted :
        revision(plugin).getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE)) {
      String resolution = wanted.getDirectives().get(Constants.RESOLUTION_DIRECTIVE);
      boolean needed = resolution == null || !NOT_NEEDED_NOW.contains(resolution);
      if (needed && offered.stream().noneMatch(wanted::matches)) {
        throw new PluginException(difference(wanted, offered));
      }
    }
  }

  private static List<BundleCapability> offered(BundleContext context) {
    return Arrays.stream(context.getBundles())
        .map(bundle -> bundle.adapt(BundleRevision.class))
        .filter(Objects::nonNull)
        .flatMap(
            revision ->
                revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
        .toList();
  }

  private static String difference(BundleRequirement wanted, List<BundleCapability> offered) {
    String filter = String.valueOf(wanted.getDirectives().get(Constants.FILTER_DIRECTIVE));
    Matcher named = PACKAGE.matcher(filter);
    String name = named.find() ? named.group(1) : filter;
    Set<String> here = new TreeSet<>();
    for (BundleCapability each : offered) {
      if (name.equals(each.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))) {
        here.add(
            String.valueOf(
                each.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE)));
      }
    }
    return here.isEmpty()
        ? "it needs the package %s, which nothing here offers".formatted(name)
        : "it was built for version %s of %s, and here is %s; build it against the sdk/ of this Lethe"
            .formatted(range(filter), name, String.join(" and ", here));
  }

  /** Writes the bounds of a filter as an author has written them, {@code [1.0.0,2.0.0)}. */
  private static String range(String filter) {
    List<String> bounds = new ArrayList<>();
    boolean open = false;
    Matcher bound = BOUND.matcher(filter);
    while (bound.find()) {
      bounds.add(bound.group(3));
      open = bound.group(1) != null;
    }
    return bounds.size() < 2
        ? String.join("", bounds) + " or later"
        : "[" + String.join(",", bounds) + (open ? ")" : "]");
  }

  private static BundleRevision revision(Bundle bundle) {
    return Objects.requireNonNull(bundle.adapt(BundleRevision.class), "a bundle has a revision");
  }
}
