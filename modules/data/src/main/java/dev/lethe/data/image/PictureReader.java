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
 * A decoder at work: one of the JDK's own, or the one that is given. Others, which ImageIO finds
 * through the thread's class loader, are left aside: the same file must give the same pixels
 * wherever this runs.
 */
final class PictureReader implements AutoCloseable {
  private final ImageReader reader;
  private final ImageInputStream input;

  PictureReader(String format, byte[] content) throws IOException {
    this(provider(format), content);
  }

  PictureReader(ImageReaderSpi provider, byte[] content) throws IOException {
    reader = provider.createReaderInstance();
    input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content));
    reader.setInput(input, true, true); // metadata are ignored: they can be bombs, too
  }

  /**
   * Returns the decoder, once it is sure that it reads the picture that was claimed.
   *
   * @throws IOException if it does not, or the file is damaged
   */
  ImageReader open(Claim claim) throws IOException {
    if (reader.getWidth(0) != claim.width() || reader.getHeight(0) != claim.height()) {
      throw new IOException(
          "it is damaged: expected %d x %d pixels by its header, found %d x %d"
              .formatted(claim.width(), claim.height(), reader.getWidth(0), reader.getHeight(0)));
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
