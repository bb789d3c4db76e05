package dev.lethe.data.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * One of the JDK's own decoders at work. Others, which ImageIO finds through the thread's class
 * loader, are left aside: the same file must give the same pixels wherever this runs.
 */
final class PictureReader implements AutoCloseable {
  /** As many as Pillow reads without a warning; 268 MB as RGB. */
  static final long MOST_PIXELS = 89_478_485;

  private final ImageReader reader;
  private final ImageInputStream input;

  PictureReader(String format, byte[] content) throws IOException {
    reader = provider(format).createReaderInstance();
    input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content));
    reader.setInput(input, true, true); // metadata are ignored: they can be bombs, too
  }

  /**
   * Returns the decoder, once it is sure that the picture is not too large.
   *
   * @throws IOException if it is, or is damaged
   */
  ImageReader open() throws IOException {
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    if (width * height > MOST_PIXELS) {
      throw new IOException(
          "expected at most %d pixels, found %d x %d".formatted(MOST_PIXELS, width, height));
    }
    return reader;
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    input.close();
  }

  private static ImageReaderSpi provider(String format) {
    Iterator<ImageReaderSpi> providers =
        IIORegistry.getDefaultInstance()
            .getServiceProviders(
                ImageReaderSpi.class,
                spi ->
                    spi.getClass().getModule() == ImageReader.class.getModule()
                        && Arrays.asList(((ImageReaderSpi) spi).getFormatNames()).contains(format),
                true);
    return providers.next();
  }
}
