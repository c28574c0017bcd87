"""What was checked, written for people, programs and CI: one pure function per format."""
