package dev.meridian.bench.bugs;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One source file with its mistake, compiled against everything else as it is. */
final class Mutant {
  private Mutant() {}

  private static final class Planted extends SimpleJavaFileObject {
    private final String source;

    Planted(SeededBug bug, String source) {
      super(URI.create("memory:///" + bug.file().getFileName()), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }

  /**
   * Writes the classes of the changed file, and of nothing else, into a folder.
   *
   * @param root of the project
   * @throws IllegalStateException when the line is not there, or the change does not compile
   */
  static void compile(SeededBug bug, Path root, Path into) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> source = List.of(new Planted(bug, bug.planted(root)));
    List<String> options =
        List.of(
            "-nowarn",
            "-proc:none",
            "-implicit:none",
            "-d",
            into.toString(),
            "-cp",
            System.getProperty("java.class.path"));
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      if (!compiler.getTask(said, files, null, options, null, source).call()) {
        throw new IllegalStateException("seeded bug " + bug.id() + " does not compile: " + said);
      }
    }
  }
}
