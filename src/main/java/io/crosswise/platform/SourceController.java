package io.crosswise.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Gives every user the source of the very version that runs (GNU AGPL 3.0, section 13). */
@RestController
class SourceController {
    private static final String ROOT = "META-INF/source/";
    private static final String MODELS = "pmml-models/";
    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    @GetMapping("/source")
    ResponseEntity<StreamingResponseBody> source() throws IOException {
        List<Resource> files = List.of(resources.getResources("classpath:" + ROOT + "**/*"));
        List<Resource> models = List.of(resources.getResources("classpath*:" + MODELS + "*"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=crosswise-source.zip")
                .body(out -> write(files, models, out));
    }

    private static void write(List<Resource> files, List<Resource> models, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Resource file : files) {
                add(zip, file, after(file, ROOT));
            }
            for (Resource model : models) {
                add(zip, model, MODELS + model.getFilename());
            }
        }
    }

    private static void add(ZipOutputStream zip, Resource file, String name) throws IOException {
        if (file.isReadable() && file.contentLength() > 0) {
            zip.putNextEntry(new ZipEntry(name));
            try (InputStream content = file.getInputStream()) {
                content.transferTo(zip);
            }
            zip.closeEntry();
        }
    }

    private static String after(Resource file, String marker) throws IOException {
        String url = file.getURL().toString();
        return url.substring(url.lastIndexOf(marker) + marker.length());
    }
}
