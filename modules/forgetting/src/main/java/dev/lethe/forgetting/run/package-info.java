/** The stages of forgetting: attack, choose, defend, attack again, evaluate. */
@NullMarked
package dev.lethe.forgetting.run;

import org.jspecify.annotations.NullMarked;
