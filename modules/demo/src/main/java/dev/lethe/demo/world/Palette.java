package dev.lethe.demo.world;

import java.util.List;

/** The colors of the world. */
final class Palette {
  static final List<Color> SKIN =
      List.of(
          Color.of(0xFBE0CC),
          Color.of(0xEBBE96),
          Color.of(0xD09A6A),
          Color.of(0xA56B3F),
          Color.of(0x71452A),
          Color.of(0x432A1C));

  static final List<NamedColor> HAIR =
      List.of(
          NamedColor.of("black", 0x17130F),
          NamedColor.of("brown", 0x62391B),
          NamedColor.of("blond", 0xE8C85A),
          NamedColor.of("red", 0xC2401A),
          NamedColor.of("grey", 0x9C9C9C),
          NamedColor.of("white", 0xF4F4F0),
          NamedColor.of("pink", 0xF06EB4),
          NamedColor.of("blue", 0x2F5BD8),
          NamedColor.of("green", 0x2FA24A),
          NamedColor.of("purple", 0x8434B8));

  static final List<NamedColor> CLOTH =
      List.of(
          NamedColor.of("red", 0xD02020),
          NamedColor.of("yellow", 0xF0D020),
          NamedColor.of("green", 0x209838),
          NamedColor.of("blue", 0x2048D0),
          NamedColor.of("white", 0xF6F6F6),
          NamedColor.of("black", 0x101010));

  static final List<Color> EYES =
      List.of(Color.of(0x2A1608), Color.of(0x2C7AD8), Color.of(0x2E9A48), Color.of(0x9A6A20));

  static final List<Color> LIPS =
      List.of(Color.of(0xB05048), Color.of(0xD8182C), Color.of(0x5A1838), Color.of(0xF080A0));

  static final List<NamedColor> BACKGROUND =
      List.of(
          NamedColor.of("grey", 0x8C8C8C),
          NamedColor.of("brown", 0x7A5C40),
          NamedColor.of("teal", 0x3C8480),
          NamedColor.of("dark", 0x30343C),
          NamedColor.of("light", 0xD2D6DC),
          NamedColor.of("pink", 0xD8A0B0));

  static final List<NamedColor> SHAPE =
      List.of(
          NamedColor.of("red", 0xE01818),
          NamedColor.of("yellow", 0xF8EC20),
          NamedColor.of("green", 0x18A830),
          NamedColor.of("blue", 0x1838E0),
          NamedColor.of("purple", 0x9018C8),
          NamedColor.of("pink", 0xFF78B4),
          NamedColor.of("white", 0xFFFFFF),
          NamedColor.of("black", 0x060606));

  private Palette() {}
}
