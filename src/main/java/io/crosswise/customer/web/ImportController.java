package io.crosswise.customer.web;

import io.crosswise.customer.DataQualityReport;
import io.crosswise.customer.ImportCustomers;
import io.crosswise.customer.ImportRefused;
import io.crosswise.customer.SourceFile;
import io.crosswise.platform.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes the files of a source and answers what became of them. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportController {
    private final ImportCustomers importCustomers;

    ImportController(ImportCustomers importCustomers) {
        this.importCustomers = importCustomers;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    DataQualityReport importFiles(
            @RequestParam String mapping, @RequestParam(name = "file", required = false) List<MultipartFile> files) {
        List<SourceFile> sources = files == null ? List.of() : files.stream().map(ImportController::source).toList();
        try {
            return importCustomers.importFiles(mapping.strip(), sources);
        } catch (ImportRefused e) {
            throw new Problem(HttpStatus.UNPROCESSABLE_ENTITY, e.type(), "Import refused", e.getMessage());
        }
    }

    /** Some clients send the path of the file as its name. */
    private static SourceFile source(MultipartFile file) {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return new SourceFile(last, file::getInputStream);
    }
}
