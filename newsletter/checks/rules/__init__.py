"""The rules, one file each, in folders by group. The file is named after the defect."""
