"""Pictures as pure geometry: the window paints it, documents turn it into SVG and PNG."""
