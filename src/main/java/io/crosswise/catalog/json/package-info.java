/** Catalogue documents: reading and checking them, and their one written form; also for files that come with the product. */
@org.springframework.modulith.NamedInterface("json")
package io.crosswise.catalog.json;
