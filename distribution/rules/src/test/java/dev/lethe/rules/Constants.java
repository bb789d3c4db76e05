package dev.lethe.rules;

import aQute.bnd.classfile.ClassFile;
import aQute.bnd.classfile.ConstantPool;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The texts that the code of a class holds, those it puts together from parts included. */
public final class Constants {
  private Constants() {}

  /** Returns the texts of a class. */
  public static List<String> of(JavaClass type) throws IOException {
    List<String> texts = new ArrayList<>();
    try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      ConstantPool pool = ClassFile.parseClassFile(new DataInputStream(in)).constant_pool;
      for (int i = 1; i < pool.size(); i++) {
        if (pool.tag(i) == ConstantPool.CONSTANT_String) {
          texts.add(pool.string(i));
        }
      }
    }
    return texts;
  }
}
