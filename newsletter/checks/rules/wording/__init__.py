"""Rules on words that hurt, press or take readers unawares."""
