package dev.lethe.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Header;
import org.osgi.annotation.bundle.Requirement;

/**
 * Marks the {@link PluginModule} of a bundle, one in each. bnd turns it into manifest headers, so
 * that a plugin's build needs no OSGi configuration of its own.
 */
@Header(name = Plugin.HEADER, value = "${@class}")
@Requirement(namespace = "osgi.extender", name = Plugin.EXTENDER, version = "1.0.0")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Plugin {

  /** The manifest header that names the module. */
  String HEADER = "Lethe-Plugin";

  /** The extender that publishes the module's bindings. */
  String EXTENDER = "lethe.plugin";
}
