package fr.acse.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
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

        both.setActiveProfiles("other", "demo");

        assertThatThrownBy(() -> new DemoStaysInside().postProcessEnvironment(both, new SpringApplication()))
                .hasMessageContaining("does not start against an external database");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--spring.profiles.active=demo",
                "--spring.profiles.include=demo",
                "--spring.profiles.group.prod=demo",
                "--spring.profiles.default=demo"
            })
    void itRefusesHoweverTheDemoIsTurnedOn(String turnedOn) {
        SpringApplication application = new SpringApplication(DemoProfileTest.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        assertThatThrownBy(() -> application.run(
                        turnedOn,
                        turnedOn.contains("group") ? "--spring.profiles.active=prod" : "--x",
                        "--spring.datasource.url=" + SERVER))
                .hasMessageContaining("does not start against an external database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"primaryKeyId\": 7, \"key\": [", "no key"})
    void aKeyFileThatIsNotWholeIsToldWithWordsAndNotQuoted(String half) throws Exception {
        Files.createDirectories(data.resolve("keys"));
        Path master = data.resolve("keys/master.json");
        Files.writeString(master, half);

        assertThatThrownBy(() -> new KeysConfiguration().keys("", "", "", data))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(master + " holds no whole key.")
                .hasNoCause();
    }

    @Test
    void aKeyIsWrittenWholeOrNotAtAll() throws Exception {
        Path file = data.resolve("key.json");
        Files.writeString(data.resolve("key.json.half"), "of a run that was killed");

        PrivateFiles.replace(file, "whole");

        assertThat(file).hasContent("whole");
        assertThat(data.resolve("key.json.half")).doesNotExist();
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
