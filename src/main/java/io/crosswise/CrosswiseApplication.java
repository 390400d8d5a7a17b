package io.crosswise;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the decision service. */
@SpringBootApplication
public class CrosswiseApplication {
    public static void main(String[] args) {
        SpringApplication.run(CrosswiseApplication.class, args);
    }
}
