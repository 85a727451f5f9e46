"""Figures: casualty and humanitarian figures out of reports, with their proof."""
