package dev.lethe.demo.world;

import java.util.List;

/** The colours of the world. */
final class Palette {
  static final List<Colour> SKIN =
      List.of(
          Colour.of(0xFBE0CC),
          Colour.of(0xEBBE96),
          Colour.of(0xD09A6A),
          Colour.of(0xA56B3F),
          Colour.of(0x71452A),
          Colour.of(0x432A1C));

  static final List<NamedColour> HAIR =
      List.of(
          NamedColour.of("black", 0x17130F),
          NamedColour.of("brown", 0x62391B),
          NamedColour.of("blond", 0xE8C85A),
          NamedColour.of("red", 0xC2401A),
          NamedColour.of("grey", 0x9C9C9C),
          NamedColour.of("white", 0xF4F4F0),
          NamedColour.of("pink", 0xF06EB4),
          NamedColour.of("blue", 0x2F5BD8),
          NamedColour.of("green", 0x2FA24A),
          NamedColour.of("purple", 0x8434B8));

  static final List<NamedColour> CLOTH =
      List.of(
          NamedColour.of("red", 0xD02020),
          NamedColour.of("yellow", 0xF0D020),
          NamedColour.of("green", 0x209838),
          NamedColour.of("blue", 0x2048D0),
          NamedColour.of("white", 0xF6F6F6),
          NamedColour.of("black", 0x101010));

  static final List<Colour> EYES =
      List.of(Colour.of(0x2A1608), Colour.of(0x2C7AD8), Colour.of(0x2E9A48), Colour.of(0x9A6A20));

  static final List<Colour> LIPS =
      List.of(Colour.of(0xB05048), Colour.of(0xD8182C), Colour.of(0x5A1838), Colour.of(0xF080A0));

  static final List<NamedColour> BACKGROUND =
      List.of(
          NamedColour.of("grey", 0x8C8C8C),
          NamedColour.of("brown", 0x7A5C40),
          NamedColour.of("teal", 0x3C8480),
          NamedColour.of("dark", 0x30343C),
          NamedColour.of("light", 0xD2D6DC),
          NamedColour.of("pink", 0xD8A0B0));

  static final List<NamedColour> SHAPE =
      List.of(
          NamedColour.of("red", 0xE01818),
          NamedColour.of("yellow", 0xF8EC20),
          NamedColour.of("green", 0x18A830),
          NamedColour.of("blue", 0x1838E0),
          NamedColour.of("purple", 0x9018C8),
          NamedColour.of("pink", 0xFF78B4),
          NamedColour.of("white", 0xFFFFFF),
          NamedColour.of("black", 0x060606));

  private Palette() {}
}
