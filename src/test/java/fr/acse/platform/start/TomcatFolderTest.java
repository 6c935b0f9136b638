package fr.acse.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.ProcessTest;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@ProcessTest
class TomcatFolderTest {

    @Autowired
    ServletContext tomcat;

    @Value("${acse.data-dir}")
    Path dataDir;

    @Test
    void allFilesOfTomcatAreInTheDataFolder() {
        Path folder = dataDir.toAbsolutePath().resolve("tomcat");

        assertThat(Path.of(tomcat.getRealPath("/"))).isEqualTo(folder.resolve("root"));
        assertThat(((File) tomcat.getAttribute(ServletContext.TEMPDIR)).toPath().toAbsolutePath())
                .startsWith(folder);
    }
}
