package dev.lethe.api.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a settings record. The key in a configuration is the component's name
 * in kebab case: {@code cleanBatch} is {@code clean-batch}.
 */
@Retention(RetentionPolicy.RUNTIME)
// METHOD puts it on the accessor as well: bnd finds no annotation of a record component, and a
// bundle
// that does not import this package would lose it.
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Setting {

  /** Says what the setting means, in one sentence without its default. */
  String value();

  /**
   * Gives the default as a configuration would write it. Without one the setting is required,
   * unless its component is {@code @Nullable}: then it is null.
   */
  String defaultValue() default NONE;

  /**
   * Says whether whoever has this setting is switched off where a required value is not given,
   * instead of incomplete: an evaluation whose data are not there, a source that nobody asks.
   */
  boolean offWithout() default false;

  /**
   * Says whether this is every key of the block that no other component has: settings that are
   * passed on to somebody else, who checks them. Its component is a {@code Map<String, Object>},
   * and a record has one at most.
   */
  boolean others() default false;

  /**
   * Says whether the keys of this component, itself a settings record, stand in the block as if
   * they were the record's own: settings that several records have are written once.
   */
  boolean inline() default false;

  /** Stands for no default. */
  String NONE = "\u0000";
}
