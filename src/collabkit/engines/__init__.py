"""What knows Word and Excel: plain finished data in, the bytes of a file out."""
