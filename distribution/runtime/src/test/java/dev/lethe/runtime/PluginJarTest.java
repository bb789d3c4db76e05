package dev.lethe.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.plugin.Plugin;
import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginJarTest {
  @TempDir Path folder;
  private Path file;
  private String symbolicName = "test.mine; singleton:=true";
  private Path scratch;
  private TrustedKeys keys;

  @BeforeEach
  void makeTheScratchFolder() throws IOException {
    file = folder.resolve("mine.jar");
    scratch = Files.createDirectory(folder.resolve("scratch"));
    keys = new TrustedKeys(folder.resolve("no-keys"));
  }

  @Test
  void aPluginIsReadWithTheHashOfItsBytesAndLeavesNoCopyBehind() throws Exception {
    write("test.PlugModule");
    PluginJar jar = PluginJar.read(file, keys, scratch);
    assertThat(jar.bytes()).isEqualTo(Files.readAllBytes(file));
    assertThat(jar.sha256()).isEqualTo(Sha256.of(Files.readAllBytes(file)));
    assertThat(jar.symbolicName()).isEqualTo("test.mine");
    assertThat(jar.location()).isEqualTo("plugin:mine.jar#" + jar.sha256());
    assertThat(jar.open().readAllBytes()).isEqualTo(jar.bytes());
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void theSourceOfALocationIsWhatAJarKeepsWhenItsContentChanges() {
    assertThat(PluginJar.source("plugin:a#b.jar#00ff")).isEqualTo("plugin:a#b.jar");
    assertThat(PluginJar.source("reference:file:/lib/a.jar"))
        .isEqualTo("reference:file:/lib/a.jar");
  }

  @Test
  void aJarWithoutTheHeaderIsNoPlugin() throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new ZipEntry("readme.txt"));
    }
    assertRefused("it is no plugin: its manifest has no header " + Plugin.HEADER);
  }

  @Test
  void aNameThatCouldLeadElsewhereIsNoSymbolicName() throws IOException {
    symbolicName = "../../conf/mine";
    write("test.PlugModule");
    assertRefused("it is no bundle: its manifest has no valid Bundle-SymbolicName");
  }

  @Test
  void whatIsNoJarIsRefusedAndLeavesNoCopyBehind() throws IOException {
    Files.writeString(file, "no jar at all");
    assertRefused("it is no valid jar");
  }

  @Test
  void aTruncatedJarIsRefused() throws IOException {
    write("test.PlugModule");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertRefused("it is no valid jar");
  }

  @Test
  void aJarOfWhichAByteWasDamagedIsRefusedWhereverThatByteIs() throws IOException {
    String readme = "what this plugin does ".repeat(20) + new Random(1).nextLong();
    for (int method : new int[] {ZipEntry.STORED, ZipEntry.DEFLATED}) {
      write("test.PlugModule", method, readme);
      byte[] whole = Files.readAllBytes(file);
      int name = new String(whole, StandardCharsets.ISO_8859_1).indexOf("readme.txt");
      for (int at = name + 12; at < name + 40; at++) {
        byte[] damaged = whole.clone();
        damaged[at] ^= 0x55;
        Files.write(file, damaged);
        assertRefused("its readme.txt is damaged; copy the jar again");
      }
    }
  }

  @Test
  void aManifestOfMoreThanAMebibyteIsRefused() throws IOException {
    write("x".repeat((1 << 20) + 1));
    assertRefused("its manifest has more than 1048576 bytes");
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> PluginJar.read(file, keys, scratch))
        .isInstanceOf(PluginException.class)
        .hasMessageStartingWith(message);
    assertThat(scratch).isEmptyDirectory();
  }

  private void write(String module) throws IOException {
    write(module, ZipEntry.DEFLATED, "");
  }

  private void write(String module, int method, String readme) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue(Plugin.HEADER, module);
    manifest.getMainAttributes().putValue("Bundle-SymbolicName", symbolicName);
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      byte[] content = readme.getBytes(StandardCharsets.UTF_8);
      CRC32 sum = new CRC32();
      sum.update(content);
      ZipEntry entry = new ZipEntry("readme.txt");
      entry.setMethod(method);
      entry.setSize(content.length);
      entry.setCrc(sum.getValue());
      jar.putNextEntry(entry);
      jar.write(content);
    }
  }
}
