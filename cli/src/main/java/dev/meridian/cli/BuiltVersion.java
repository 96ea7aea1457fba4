package dev.meridian.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that was built, as Maven wrote it into the jar. */
final class BuiltVersion implements IVersionProvider {
  private static final String WRITTEN = "/META-INF/maven/dev.meridian/cli/pom.properties";

  @Override
  public String[] getVersion() throws IOException {
    Properties built = new Properties();
    try (InputStream in = BuiltVersion.class.getResourceAsStream(WRITTEN)) {
      if (in != null) {
        built.load(in);
      }
    }
    return new String[] {"meridian " + built.getProperty("version", "(not built by Maven)")};
  }
}
