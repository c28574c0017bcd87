"""A web page, saved or fetched → a reading. trafilatura says which words are the post; the elements stay the page's."""
