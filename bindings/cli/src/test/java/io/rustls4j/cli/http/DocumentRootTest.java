package io.rustls4j.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentRootTest {
    @TempDir private Path directory;

    private Path folder;
    private DocumentRoot root;

    @BeforeEach
    void makeFiles() throws IOException {
        Files.writeString(directory.resolve("secret.txt"), "secret");
        Files.createDirectory(directory.resolve("www-private"));
        Files.writeString(directory.resolve("www-private/secret.txt"), "secret");
        folder =
                Files.createDirectories(directory.resolve("www/sub dir/deep"))
                        .getParent()
                        .getParent();
        Files.writeString(folder.resolve("page.html"), "page");
        Files.writeString(folder.resolve("sub dir/a&b é.txt"), "text");
        Files.createSymbolicLink(folder.resolve("inside"), Path.of("sub dir"));
        Files.createSymbolicLink(folder.resolve("outside"), Path.of("../www-private"));
        Files.createSymbolicLink(folder.resolve("outside.txt"), directory.resolve("secret.txt"));
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        root = DocumentRoot.of(folder);
    }

    @Test
    void findsWhatIsInside() throws Exception {
        assertThat(root.find("/").path()).isEqualTo(folder.toRealPath());
        assertThat(root.find("/page.html?query=/../x").path()).hasContent("page");
        assertThat(root.find("/sub%20dir/a%26b%20%c3%a9.txt").path()).hasContent("text");
        assertThat(root.find("//sub%20dir//deep/").endsWithSlash()).isTrue();
        assertThat(root.find("/inside/deep").path())
                .isEqualTo(folder.toRealPath().resolve("sub dir/deep"));
    }

    @Test
    void namesAFolderSoThatItIsNoHost() throws Exception {
        assertThat(root.find("//sub%20dir").asFolder()).isEqualTo("/sub%20dir/");
        assertThat(root.find("/").asFolder()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/sub%20dir/../../secret.txt",
                "/%2e%2e/secret.txt",
                "/%2E%2E%2Fsecret.txt",
                "/sub%20dir%2f..%2f..%2fsecret.txt",
                "/..%5csecret.txt",
                "/%252e%252e/secret.txt",
                "/../www-private/secret.txt",
                "/outside/secret.txt",
                "/outside",
                "/outside.txt",
                "/loop",
                "/.",
                "/./page.html",
                "/page.html%00.txt",
                "/page.html/deeper",
                "/nothing"
            })
    void nothingLeadsOut(String target) {
        assertThatThrownBy(() -> root.find(target))
                .isInstanceOfSatisfying(
                        HttpRefusal.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.NOT_FOUND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "page.html",
                "http://host/page.html",
                "/%",
                "/%2",
                "/%zz",
                "/%ff",
                "/é",
                "/%c0%ae"
            })
    void whatIsNoPathIsABadRequest(String target) {
        assertThatThrownBy(() -> root.find(target))
                .isInstanceOfSatisfying(
                        HttpRefusal.class,
                        refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.BAD_REQUEST));
    }

    @Test
    void aFileIsNoRoot() {
        assertThatThrownBy(() -> DocumentRoot.of(folder.resolve("page.html")))
                .isInstanceOf(NotDirectoryException.class);
    }
}
