package fr.acse.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DemoProfileTest {

    private static final String SERVER = "jdbc:postgresql://database/acse";

    @TempDir
    Path data;

    @Test
    void theEmbeddedDatabaseShowsDemoPeople() {
        SpringApplication application = new SpringApplication();

        new DemoProfile().postProcessEnvironment(new MockEnvironment(), application);

        assertThat(application.getAdditionalProfiles()).containsExactly("demo");
    }

    @Test
    void anExternalDatabaseHasNoDemoPeople() {
        SpringApplication application = new SpringApplication();
        var external = new MockEnvironment().withProperty("spring.datasource.url", SERVER);

        new DemoProfile().postProcessEnvironment(external, application);

        assertThat(application.getAdditionalProfiles()).isEmpty();
    }

    @Test
    void theDemoRefusesToStartAgainstAnExternalDatabase() {
        var both = new MockEnvironment()
                .withProperty("spring.datasource.url", SERVER)
                .withProperty("spring.profiles.active", "other, demo");

        assertThatThrownBy(() -> new DemoProfile().postProcessEnvironment(both, new SpringApplication()))
                .hasMessageContaining("does not start against an external database");
    }

    @Test
    void anExternalDatabaseNeedsItsKeysFromTheEnvironment() {
        assertThatThrownBy(() -> new KeysConfiguration().keys("", "", SERVER, data))
                .hasMessageContaining("ACSE_KEYS_MASTER");
    }

    @Test
    void theKeysOfTheEmbeddedDatabaseAreMadeOnceAndForItsOwnerOnly() throws Exception {
        new KeysConfiguration().keys("", "", "", data);
        Path master = data.resolve("keys/master.json");
        String made = Files.readString(master);

        new KeysConfiguration().keys("", "", "", data);

        assertThat(Files.readString(master)).isEqualTo(made);
        if (master.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(master)))
                    .isEqualTo("rw-------");
        }
    }
}
