package io.crosswise.catalog.web;

import static io.crosswise.catalog.CatalogueDocuments.VALID;
import static io.crosswise.catalog.CatalogueDocuments.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogues;
import io.crosswise.catalog.PublishCatalogue;
import io.crosswise.catalog.json.CatalogueReader;
import io.crosswise.platform.Problem;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class CatalogueControllerTest {
    private final ObjectMapper json = new ObjectMapper();
    private final CatalogueReader reader = new CatalogueReader();
    private final OneCatalogue catalogues = new OneCatalogue();
    private final CatalogueController controller =
            new CatalogueController(catalogues, new PublishCatalogue(catalogues), reader);

    @Test
    void whatWasGottenChangedAndPutBackGoesOnSale() throws IOException {
        catalogues.publish(reader.read(document(VALID)));
        ObjectNode body = json.valueToTree(controller.onSale());
        ((ObjectNode) body.path("offers").get(0)).put("monthlyPrice", 40.5);

        Catalogue answered = controller.publish(body);

        assertThat(controller.onSale()).isEqualTo(answered);
        assertThat(answered.version()).isNotEqualTo(body.path("version").asText());
    }

    @Test
    void anInvalidCatalogueIsRefusedAndTheOldOneStays() throws IOException {
        Catalogue old = catalogues.publish(reader.read(document(VALID)));
        ObjectNode body = json.valueToTree(old);
        ((ObjectNode) body.path("offers").get(0)).put("monthlyPrice", -1);

        assertThatThrownBy(() -> controller.publish(body)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
            assertThat(problem.type()).isEqualTo("invalid-catalogue");
            assertThat(problem).hasMessageContaining("negative monthlyPrice");
        });
        assertThat(controller.onSale()).isEqualTo(old);
    }

    private static final class OneCatalogue implements Catalogues {
        private Catalogue current;

        @Override
        public Catalogue current() {
            return current;
        }

        @Override
        public Catalogue version(String version) {
            return current;
        }

        @Override
        public Catalogue publish(Catalogue catalogue) {
            current = catalogue;
            return current;
        }
    }
}
