package dev.lethe.report.html;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import dev.lethe.api.LetheException;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.imageio.ImageIO;

/** A figure as PNG, drawn from its SVG, for programs that show no SVG. */
final class RasterFigure {
  /** Pixels for each unit of a figure: sharp on paper and in slides. */
  private static final int SCALE = 3;

  private static final LoaderContext CONTEXT = LoaderContext.createDefault();

  private RasterFigure() {}

  /**
   * Draws a figure.
   *
   * @param svg loads nothing
   * @throws LetheException if this machine has no font to write with, as some servers
   */
  static byte[] png(String svg) {
    requireFont();
    SVGDocument document =
        Objects.requireNonNull(
            new SVGLoader()
                .load(
                    new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)), null, CONTEXT),
            "a figure of ours is SVG");
    FloatSize size = document.size();
    int width = Math.round(size.width * SCALE);
    int height = Math.round(size.height * SCALE);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      document.render((Component) null, graphics, new ViewBox(width, height));
    } finally {
      graphics.dispose();
    }
    return png(image);
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return png.toByteArray();
  }

  /** Java finds out late, and says it in several ways. */
  private static void requireFont() {
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      graphics.getFontMetrics();
    } catch (RuntimeException | LinkageError | InternalError e) {
      throw new LetheException(
          "figures are there as SVG and not as PNG: Java finds no font to write with; install one, such as Debian's fonts-dejavu-core, and fontconfig",
          e);
    } finally {
      graphics.dispose();
    }
  }
}
