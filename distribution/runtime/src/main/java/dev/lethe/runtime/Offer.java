package dev.lethe.runtime;

import dev.lethe.api.plugin.ExtensionBinding;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.PluginModule;
import java.lang.reflect.InvocationTargetException;
import org.osgi.framework.Bundle;
import org.osgi.framework.PrototypeServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** One extension of a plugin as a service: every use gets its own object, created for its run. */
record Offer(ExtensionInfo info, ExtensionBinding binding, Class<? extends PluginModule> module)
    implements PrototypeServiceFactory<Object> {

  @Override
  public Object getService(Bundle user, ServiceRegistration<Object> registration) {
    return Creation.current().create(this);
  }

  @Override
  public void ungetService(
      Bundle user, ServiceRegistration<Object> registration, Object extension) {
    // The run that the extension was created for owns what it holds.
  }

  PluginModule newModule() {
    return newModule(module);
  }

  static PluginModule newModule(Class<? extends PluginModule> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(
          "the constructor of " + type.getName() + " failed: " + Reason.of(e.getCause()), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          type.getName() + " needs a public constructor without arguments", e);
    }
  }
}
